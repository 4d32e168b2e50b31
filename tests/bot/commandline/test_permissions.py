from hypothesis import given
from hypothesis import strategies as st

from bot.commandline.permissions import (
    IN_CHANNEL,
    IN_GUILD,
    TO_MENTION,
    Overwrite,
    Permission,
    in_channel,
    in_guild,
    missing,
)

GUILD, ROLE, OTHER, ME = 1, 2, 3, 9


def allowed(overwrites: list[Overwrite], *, everyone: int = 0, role: int = 0) -> int:
    held = in_guild(guild_id=GUILD, member_roles={ROLE}, roles={GUILD: everyone, ROLE: role, OTHER: 1 << 11})
    return in_channel(held, guild_id=GUILD, member_id=ME, member_roles={ROLE}, overwrites=overwrites)


def test_member_overwrite_goes_before_roles_and_roles_before_everybody() -> None:
    send = Permission.SEND_MESSAGES
    steps = [
        Overwrite(id=ME, allow=send, deny=0),
        Overwrite(id=ROLE, allow=0, deny=send),
        Overwrite(id=GUILD, allow=send, deny=0),
    ]
    assert [allowed(steps), allowed(steps[1:]), allowed(steps[2:])] == [send, 0, send]


def test_what_one_role_denies_another_may_allow() -> None:
    send = Permission.SEND_MESSAGES
    overwrites = [Overwrite(id=ROLE, allow=0, deny=send), Overwrite(id=OTHER, allow=send, deny=0)]
    both = in_channel(send, guild_id=GUILD, member_id=ME, member_roles={ROLE, OTHER}, overwrites=overwrites)
    assert (both, allowed(overwrites, everyone=send)) == (send, 0)


@given(st.lists(st.tuples(st.sampled_from([GUILD, ROLE, OTHER, ME]), st.integers(0, 1 << 45), st.integers(0, 1 << 45))))
def test_administrator_may_everything_whatever_a_channel_says(overwrites: list[tuple[int, int, int]]) -> None:
    steps = [Overwrite(id=id_, allow=allow, deny=deny) for id_, allow, deny in overwrites]
    held = allowed(steps, role=Permission.ADMINISTRATOR)
    assert missing(held, [*IN_GUILD, *IN_CHANNEL, TO_MENTION]) == ()


def test_what_is_missing_is_named_as_discord_names_it() -> None:
    assert missing(Permission.VIEW_CHANNEL, IN_CHANNEL) == (
        "Send messages",
        "Embed links",
        "Attach files",
        "Read message history",
    )
