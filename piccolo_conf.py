"""Where Piccolo looks for the engine and the tables (`PICCOLO_CONF=piccolo_conf`)."""

from piccolo.conf.apps import AppRegistry

from netralitas.database.engine import ENGINE

DB = ENGINE

APP_REGISTRY = AppRegistry(apps=["netralitas.piccolo_app"])
