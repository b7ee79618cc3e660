"""`/administrasi/berkas`: how kept files stand."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency

from netralitas.access.policy import Permission
from netralitas.evidence.integrity.queries import files_page
from netralitas.settings import Settings
from netralitas.web.visit import Visit


class FilesController(Controller):
    """The files of the installation."""

    path = "/administrasi/berkas"
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], settings: NamedDependency[Settings]
    ) -> Response[str]:
        """Show which are damaged."""
        return await visit.show(
            Permission.ADMINISTER, "evidence/files.html", lambda c: files_page(c, settings)
        )


CONTROLLERS = (FilesController,)
