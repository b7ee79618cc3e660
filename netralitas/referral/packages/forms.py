"""A secret that was just made, sent back once to fetch what was made with it."""

from netralitas.web.forms import Form, Text


class SecretForm(Form):
    """The password of a sealed file, or the code of a sheet."""

    secret = Text("Kata sandi atau kode", maximum=40)
