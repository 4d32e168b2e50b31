"""The public page in a real browser: every reader's own zone, no foreign request, every screen, every ear."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from bot.web.application import build_web
from bot.web.server import WebServer
from bot.wording import name_language
from config import texts
from tests.bot.web.houses import House
from tests.browser import Browser, Page, Reader, a_browser
from tests.sessions.calendar.builders import a_session, cancelled, some_facts

LONG = "Pharmaceutical quality systems for manufacturers of vaccines, sera and other biological products " * 3
SESSIONS = (
    a_session(1),
    cancelled(a_session(2), datetime(2025, 9, 1, tzinfo=UTC)),
    a_session(3, title=LONG.strip()),
    a_session(4, title="التحقق من صحة التنظيف", speakers=("مريم الأحمد",)),
)


PAGE = "/m/who-cgmp-2025"

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("browser")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with a_browser() as opened:
        yield opened


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def home() -> AsyncIterator[str]:
    """The address of a house with every kind of session."""
    house = House(feeds={"who-cgmp-2025": some_facts(*SESSIONS)})
    server = WebServer(build_web(house.facts()), host="127.0.0.1", port=0)
    yield f"http://127.0.0.1:{await server.start()}"
    await server.stop()


@asynccontextmanager
async def a_page(browser: Browser, reader: Reader, address: str) -> AsyncIterator[Page]:
    page = await browser.new_page(reader)
    await page.open(address)
    yield page
    await page.close()


async def test_the_browser_s_own_zone_is_shown_and_another_can_be_chosen_and_is_remembered(
    browser: Browser, home: str
) -> None:
    async with a_page(browser, Reader(zone="Pacific/Auckland"), home + PAGE) as page:
        own = (await page.text("#zone-shown"), (await page.text("time.moment"))[1])
        await page.evaluate(
            "(() => { const zone = document.getElementById('zone'); zone.value = 'America/Lima';"
            " zone.dispatchEvent(new Event('change')); })()"
        )
        chosen = (await page.text("#zone-shown"), (await page.text("time.moment"))[1])
        await page.open(home + PAGE)
        again = (await page.text("#zone-shown"), (await page.text("time.moment"))[1])
    assert own == (["Times are in Pacific/Auckland."], "Wednesday, 10 September 2025 00:00 – 02:00")
    assert chosen == (["Times are in America/Lima."], "Tuesday, 9 September 2025 07:00 – 09:00")
    assert again == chosen


async def test_a_zone_whose_clocks_change_in_the_course_is_right_before_and_after(browser: Browser, home: str) -> None:
    async with a_page(browser, Reader(zone="Pacific/Auckland"), home + PAGE) as page:
        hours = [text.split("2025 ")[1] for text in (await page.text("tbody time.moment"))]
    # 12:00 UTC each week; New Zealand enters summer time on 28 September 2025, after the third session.
    assert hours == ["00:00 – 02:00"] * 3 + ["01:00 – 03:00"]


async def test_without_scripts_the_programme_stands_in_its_own_zone(browser: Browser, home: str) -> None:
    async with a_page(browser, Reader(scripts=False), home + PAGE) as page:
        said = (await page.text("#zone-shown"), (await page.text("time.moment"))[1], await page.text(".zone-choice"))
    assert said == (
        ["Times are in Europe/Zurich."],
        "Tuesday, 9 September 2025 14:00 – 16:00",
        [""],
    )


@pytest.mark.parametrize("path", ["/", "/m/who-cgmp-2025", "/m/nothing"])
async def test_nothing_foreign_is_asked_for_and_nothing_is_refused_by_the_policy(
    browser: Browser, home: str, path: str
) -> None:
    async with a_page(browser, Reader(), home + path) as page:
        assert [address for address in page.requests if not address.startswith(f"{home}/")] == []
        missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
        assert [complaint for complaint in page.complaints if complaint != missing] == []
        assert await page.evaluate("document.cookie") == ""


@pytest.mark.parametrize("width", [320, 390, 820, 1280])
async def test_no_screen_has_to_be_scrolled_sideways(browser: Browser, home: str, width: int) -> None:
    async with a_page(browser, Reader(width=width), home + PAGE) as page:
        assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_a_screen_reader_finds_headings_the_table_and_named_controls(browser: Browser, home: str) -> None:
    async with a_page(browser, Reader(), home + PAGE) as page:
        found = await page.roles("heading", "table", "columnheader", "combobox", "link", "main")
    assert found == [
        ("link", "Skip to the content"),
        ("main", ""),
        ("heading", "WHO Virtual cGMP Training Marathon 2025"),
        ("heading", "Next session"),
        ("heading", "Programme"),
        ("combobox", "Show times in"),
        ("table", "Programme"),
        ("columnheader", "No."),
        ("columnheader", "When"),
        ("columnheader", "Session"),
        ("columnheader", "Length"),
        ("heading", "Subscribe to the calendar"),
        ("link", "Apple, Thunderbird and other calendar apps"),
        ("link", "Google Calendar"),
        ("link", "Outlook on the web"),
        ("heading", "How to apply"),
        *(("link", name_language(language)) for language in texts.languages()),
    ]


async def test_a_narrow_screen_keeps_the_table_for_the_ear(browser: Browser, home: str) -> None:
    async with a_page(browser, Reader(width=390), home + PAGE) as page:
        found = await page.roles("table", "columnheader", "row")
    assert [role for role, _ in found] == ["table", "row", *["columnheader"] * 4, *["row"] * 4]


async def test_a_reader_s_region_writes_days_and_hours_its_way(browser: Browser, home: str) -> None:
    async with a_page(browser, Reader(language="en-US"), home + PAGE) as page:
        scripted = (await page.text("time.moment"))[1]
    async with a_page(browser, Reader(language="en-US", scripts=False), home + PAGE) as page:
        plain = (await page.text("time.moment"))[1]
    assert scripted == "Tuesday, September 9, 2025 3:00 PM – 5:00 PM"
    assert plain == "Tuesday, September 9, 2025 2:00 PM – 4:00 PM"


@pytest.mark.parametrize("dark", [False, True])
async def test_all_text_can_be_told_from_its_ground(browser: Browser, home: str, dark: bool) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5 to 1 for every text that is shown."""
    async with a_page(browser, Reader(dark=dark), home + PAGE) as page:
        assert await page.evaluate(CONTRAST) == []


async def test_a_printed_programme_says_where_the_page_is_and_shows_no_buttons(browser: Browser, home: str) -> None:
    async with a_page(browser, Reader(), home + PAGE) as page:
        await page.call("Emulation.setEmulatedMedia", media="print")
        said = (await page.text(".printed"), await page.text(".ways"), await page.text(".zone-choice"))
        printed = await page.print_out()
    assert said == (
        ["Printed programmes do not follow changes. The page is at https://marathon.example/m/who-cgmp-2025."],
        [""],
        [""],
    )
    assert printed.startswith(b"%PDF-")


CONTRAST = """
(() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  for (const element of document.querySelectorAll("main *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const [light, dark] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))]
      .sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) < 4.5) weak.push(element.outerHTML);
  }
  return weak;
})()
"""
