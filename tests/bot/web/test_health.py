"""Health says alive, ready, and what is wrong."""

from tests.bot.web.houses import House, a_client


async def test_a_well_house_is_ready() -> None:
    async with a_client(House()) as client, client.get("/health") as answer:
        assert (answer.status, await answer.json()) == (
            200,
            {"live": True, "ready": True, "checks": {"database": "ok"}},
        )


async def test_a_house_without_its_database_lives_but_is_not_ready() -> None:
    house = House(checks={"database": "cannot be opened", "gateway": None})
    async with a_client(house) as client:
        async with client.get("/health") as answer:
            said = (answer.status, await answer.json())
        async with client.get("/health/live") as answer:
            alive = (answer.status, await answer.json())
    checks = {"database": "cannot be opened", "gateway": "ok"}
    assert (said, alive) == ((503, {"live": True, "ready": False, "checks": checks}), (200, {"live": True}))
