"""The request as our handlers get it: a form that cannot be read is the sender's mistake."""

from typing import Any

from litestar import Request
from litestar.datastructures import FormMultiDict
from litestar.exceptions import ClientException


class PageRequest(Request[Any, Any, Any]):
    """Litestar's request, whose `form` answers 400 where the framework would crash."""

    async def form(self) -> FormMultiDict:
        """Return what was sent; ClientException when its bytes are no text in UTF-8."""
        try:
            return await super().form()
        except UnicodeDecodeError as error:
            raise ClientException("the form is not UTF-8") from error
