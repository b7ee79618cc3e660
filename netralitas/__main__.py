"""`python -m netralitas` and the command `netralitas`."""

from netralitas.cli import main

if __name__ == "__main__":
    main()
