"""SIGHUP: settings are read again, and what can change while Marathon runs changes.

Settings that cannot be used are refused as a whole, with every problem named, and the old ones stay. What needs a
restart is named and stays as it was.
"""

import asyncio
import logging
import signal
from collections.abc import Callable

from bot.commandline.failures import settings_sentence
from config.settings import Settings, SettingsError, variable_of

AT_RUN_TIME = frozenset(
    {
        "log_level",
        "log_format",
        "smtp_host",
        "smtp_port",
        "smtp_security",
        "smtp_user",
        "smtp_password",
        "smtp_from",
    }
)
"""Settings that take effect without a restart."""

logger = logging.getLogger(__name__)


class Reloading:
    """``load`` reads the settings, ``apply`` puts those of ``AT_RUN_TIME`` into effect."""

    def __init__(self, settings: Settings, *, load: Callable[[], Settings], apply: Callable[[Settings], None]) -> None:
        self._settings = settings
        self._load = load
        self._apply = apply

    def listen(self) -> None:
        """Where there is no SIGHUP (Windows) there is no reloading."""
        hang_up = getattr(signal, "SIGHUP", None)
        if hang_up is not None:
            asyncio.get_running_loop().add_signal_handler(hang_up, self.reload)

    def reload(self) -> None:
        try:
            found = self._load()
        except SettingsError as error:
            logger.error("settings read again and refused, the old ones stay: %s", settings_sentence(error))
            return
        changed = [name for name in Settings.model_fields if getattr(found, name) != getattr(self._settings, name)]
        now = [name for name in changed if name in AT_RUN_TIME]
        later = [name for name in changed if name not in AT_RUN_TIME]
        if now:
            self._settings = self._settings.model_copy(update={name: getattr(found, name) for name in now})
            self._apply(self._settings)
        logger.warning("settings read again; changed: %s", _names(now))
        if later:
            logger.warning("changed in the settings, but not before a restart: %s", _names(later))


def _names(settings: list[str]) -> str:
    return ", ".join(variable_of(name) for name in settings) or "nothing"
