"""`/perkara/{id}/klarifikasi` and `/klarifikasi`."""

from litestar import Controller

CONTROLLERS: tuple[type[Controller], ...] = ()
