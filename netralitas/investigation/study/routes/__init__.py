"""`/perkara/{id}/kajian`: the study of a case."""

from netralitas.investigation.study.routes.study import StudyController

CONTROLLERS = (StudyController,)
