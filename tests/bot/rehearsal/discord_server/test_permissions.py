"""Permissions as Discord documents them."""

import pytest

from bot.rehearsal.discord_server import Overwrite, Permission
from bot.rehearsal.discord_server.permissions import ALL, NONE, apply_overwrites, drop_implied, join_roles

EVERYONE, ROLE, OTHER_ROLE, MEMBER = 1, 2, 3, 4
VIEW, SEND, EMBED, HISTORY = (
    Permission.VIEW_CHANNEL,
    Permission.SEND_MESSAGES,
    Permission.EMBED_LINKS,
    Permission.READ_MESSAGE_HISTORY,
)


def an_overwrite(identifier: int, *, allow: int = NONE, deny: int = NONE) -> Overwrite:
    return Overwrite(id=identifier, kind=int(identifier == MEMBER), allow=allow, deny=deny)


def test_roles_add_up_and_administrators_may_everything() -> None:
    assert [join_roles(VIEW, [SEND, HISTORY]), join_roles(VIEW, [Permission.ADMINISTRATOR])] == [
        VIEW | SEND | HISTORY,
        ALL,
    ]


@pytest.mark.parametrize(
    ("overwrites", "found"),
    [
        ([], VIEW | SEND),
        ([an_overwrite(EVERYONE, deny=SEND)], VIEW),
        ([an_overwrite(EVERYONE, deny=SEND), an_overwrite(ROLE, allow=SEND)], VIEW | SEND),
        ([an_overwrite(ROLE, deny=SEND), an_overwrite(OTHER_ROLE, allow=SEND)], VIEW | SEND),
        ([an_overwrite(ROLE, allow=SEND), an_overwrite(MEMBER, deny=SEND)], VIEW),
        ([an_overwrite(99, deny=VIEW | SEND)], VIEW | SEND),
    ],
    ids=["none", "everyone", "role over everyone", "allow over deny among roles", "member over role", "another role"],
)
def test_overwrites_apply_from_everyone_over_roles_to_the_member(overwrites: list[Overwrite], found: int) -> None:
    by_id = {overwrite.id: overwrite for overwrite in overwrites}
    assert (
        apply_overwrites(
            VIEW | SEND, everyone_id=EVERYONE, role_ids=[ROLE, OTHER_ROLE], user_id=MEMBER, overwrites=by_id
        )
        == found
    )


@pytest.mark.parametrize(
    ("given", "timed_out", "left"),
    [
        (SEND | EMBED, False, NONE),
        (VIEW | EMBED | HISTORY, False, VIEW | HISTORY),
        (VIEW | SEND | EMBED, False, VIEW | SEND | EMBED),
        (VIEW | SEND | HISTORY, True, VIEW | HISTORY),
    ],
    ids=["unseen channel", "no sending", "everything", "in time-out"],
)
def test_what_is_implied_is_lost_together(given: int, timed_out: bool, left: int) -> None:
    assert drop_implied(given, timed_out=timed_out) == left


def test_an_overwrite_of_the_wrong_kind_is_nobodys() -> None:
    mistaken = {ROLE: Overwrite(id=ROLE, kind=1, allow=VIEW, deny=NONE)}
    found = apply_overwrites(NONE, everyone_id=EVERYONE, role_ids=[ROLE], user_id=MEMBER, overwrites=mistaken)
    assert found == NONE
