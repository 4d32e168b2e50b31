"""Which family of calendar program asks: all that is remembered of who fetched a personal feed."""

_FAMILIES = (
    ("google-calendar-importer", "google"),
    ("google", "google"),
    ("microsoft", "outlook"),
    ("outlook", "outlook"),
    ("exchange", "outlook"),
    ("thunderbird", "thunderbird"),
    ("icsx5", "android"),
    ("davx5", "android"),
    ("android", "android"),
    ("dataaccessd", "apple"),
    ("calendaragent", "apple"),
    ("ical/", "apple"),
    ("macos", "apple"),
    ("ios/", "apple"),
    ("nextcloud", "nextcloud"),
    ("vdirsyncer", "vdirsyncer"),
    ("mozilla/", "browser"),
)


def client_family(user_agent: str | None) -> str:
    """One word of a closed set; ``other`` for what is not known, a missing header included."""
    said = (user_agent or "").lower()
    return next((family for mark, family in _FAMILIES if mark in said), "other")
