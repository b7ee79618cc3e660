"""Being asked to end, also at the moment in which Python drops what a handler raises."""

import os
import signal

import pytest

from netralitas.demo.ending import ending_politely


class Dropping:
    """Asks this process to end while it is being finalised."""

    def __del__(self) -> None:
        """Python ignores every exception raised in here."""
        os.kill(os.getpid(), signal.SIGTERM)


def test_a_signal_ends_the_block_at_once() -> None:
    with ending_politely(), pytest.raises(SystemExit) as ended:
        os.kill(os.getpid(), signal.SIGTERM)
    assert ended.value.code == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_signal_that_python_drops_is_not_forgotten() -> None:
    with ending_politely() as ending:
        ending.check()
        Dropping()
        with pytest.raises(SystemExit):
            ending.check()


def test_a_second_signal_does_not_disturb_the_leaving() -> None:
    with ending_politely():
        with pytest.raises(SystemExit):
            os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGTERM)  # would raise out of this block


def test_after_the_block_the_signals_mean_what_they_meant() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ending_politely():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
