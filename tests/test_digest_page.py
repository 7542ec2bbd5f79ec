"""The page in a real browser: without scripts, by keyboard, in dark and light; it runs nothing of a source."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from digests import CLOSED, CRACKED, DENIED, NASTY, Made, make_breakwater, make_digest, make_nasty

from agent.digest.faces.page import draw_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)")


def draw(made: Made) -> str:
    return draw_page(made.digest, made.paragraphs)


class _Page(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(name))]


@pytest.mark.parametrize("made", [make_digest(), make_digest(make_breakwater(), make_nasty())])
def test_every_link_leads_to_one_place_on_the_page_and_nothing_leads_away(made: Made) -> None:
    page = _Page(draw(made))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link[0] for link in page.values("href")} == {"#"}
    assert {link[1:] for link in page.values("href")} <= set(ids)
    assert {word for value in page.values("aria-describedby") for word in value.split()} <= set(ids)
    assert {word for value in page.values("aria-labelledby") for word in value.split()} <= set(ids)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not {name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "src"}
    assert {"main", "header", "footer", "h1", "table", "mark", "time"} <= tags
    assert [tag for tag, _ in page.elements].count("h1") == 1


def test_the_page_says_all_that_the_digest_does() -> None:
    page = draw(make_digest())
    assert '<html lang="en">' in page and "<title>Breakwater at Port Ellery closes for repairs" in page
    assert "4 sources, 3 independent" in page
    assert page.count(f'<q lang="" dir="auto">{CLOSED}</q>') >= 1
    marked = re.findall(r'<mark id="s1-c(\d+)"', page)
    assert sorted(marked) == ["1", "2", "3", "4", "5", "6", "7"]
    assert page.count("<mark") == 9, "what a copy has of a quotation is marked as well"
    assert page.count('class="dispute"') == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground_in_every_colour(scheme: str) -> None:
    colours = read_colours(draw(make_digest()), scheme)
    for ground in ("paper", "raised", "mark"):
        assert contrast(colours["ink"], colours[ground]) >= 7
    for ground in ("paper", "raised"):
        for colour in ("quiet", "agree", "dispute"):
            assert contrast(colours[colour], colours[ground]) >= 4.5, (scheme, colour, ground)


def read_colours(page: str, scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", page, re.DOTALL)
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", blocks[0 if scheme == "light" else 1]))


def contrast(colour: str, ground: str) -> float:
    """Return the contrast of two colours as WCAG 2 has it, 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., str]:
    """Opens a page in Chromium and returns what the document is then."""

    def open_page(page: str, *options: str) -> str:
        assert CHROMIUM
        file = tmp_path / "page.html"
        file.write_text(page, encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}")
        command = [CHROMIUM, *flags, *options, "--dump-dom", file.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
        return done.stdout.decode("utf-8")

    return open_page


@contextmanager
def open_browser(file: Path, profile: Path, width: int = 1100) -> Iterator[Callable[..., Any]]:
    """Opens a page in Chromium and gives what presses a key there and returns the value of an expression."""
    assert CHROMIUM
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={profile}")
    (theirs, ours), (mine, yours) = os.pipe(), os.pipe()
    shell = ["bash", "-c", 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"', "-", str(theirs), str(yours)]
    process = subprocess.Popen([*shell, CHROMIUM, *flags], pass_fds=(theirs, yours), stderr=subprocess.DEVNULL)
    os.close(theirs)
    os.close(yours)
    numbers = count(1)
    with os.fdopen(ours, "wb") as out, os.fdopen(mine, "rb") as back:
        session = ""

        def ask(method: str, **params: object) -> dict[str, Any]:
            number = next(numbers)
            message = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
            out.write(json.dumps(message).encode() + b"\0")
            out.flush()
            while True:
                answer = json.loads(b"".join(iter(lambda: back.read(1), b"\0")))
                if answer.get("id") == number:
                    return dict(answer["result"])

        def press(key: str, expression: str = "") -> Any:
            codes = {"Tab": 9, "Enter": 13, "Escape": 27}
            for kind in ("keyDown", "keyUp") if key else ():
                text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
                event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
                ask("Input.dispatchKeyEvent", **event, **text)
            found = ask("Runtime.evaluate", expression=expression or "0", returnByValue=True)
            return found["result"].get("value")

        try:
            target = ask("Target.createTarget", url="about:blank")["targetId"]
            session = ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            ask("Page.enable")
            ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
            ask("Page.navigate", url=file.as_uri())
            ended = time.monotonic() + 120
            while press("", "location.protocol + document.readyState") != "file:complete":
                assert time.monotonic() < ended, "the page was not loaded"
                time.sleep(0.05)
            yield press
        finally:
            process.terminate()
            process.wait(timeout=60)


PROBE = """
<script>
addEventListener("load", () => {
  const seen = [];
  const shown = element => element && getComputedStyle(element).display;
  for (const link of document.querySelectorAll("a, button, summary, [tabindex='0']")) {
    if (link.closest(".card") || link.closest("details:not([open])") && link.tagName !== "SUMMARY") continue;
    const card = link.parentElement.querySelector(".card");
    const before = shown(card);
    link.focus();
    const focused = document.activeElement === link;
    if (link.tagName === "BUTTON") link.click();
    seen.push([link.tagName, focused, before, shown(card), link.tabIndex]);
    if (card) card.hidePopover();
  }
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  const marks = [...document.querySelectorAll("mark[id]")].map(mark => mark.textContent);
  document.body.replaceChildren(JSON.stringify({seen, wide, marks, ran: window.ran ?? 0}));
});
</script>
"""
"""What the tests look at a page with; the page itself forbids scripts, so its policy is taken out first."""


def probe(page: str) -> str:
    policy = re.search(r"<meta http-equiv=.*?>\n", page)
    assert policy
    return page.replace(policy[0], "").replace("</body>", PROBE + "</body>")


def read_probe(dom: str) -> dict[str, object]:
    import html

    found = re.search(r"<body>(.*)</body>", dom, re.DOTALL)
    assert found
    result: dict[str, object] = json.loads(html.unescape(found[1]))
    return result


@browser
def test_citations_show_their_quotation_and_all_can_be_reached_by_keyboard(browse: Callable[..., str]) -> None:
    seen = read_probe(browse(probe(draw(make_digest()))))["seen"]
    assert isinstance(seen, list)
    assert all(focused and order == 0 for _, focused, _, _, order in seen), "reached in the order of the page"
    cites = [(before, after) for tag, _, before, after, _ in seen if tag == "BUTTON"]
    assert len(cites) == 12 and set(cites) == {("none", "block")}


@browser
def test_a_citation_opened_by_keyboard_is_closed_by_escape_without_scripts(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(draw(make_digest()), encoding="utf-8")
    with open_browser(file, tmp_path / "profile", width=360) as press:
        assert press("", "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        card = "document.querySelector('.card')"
        assert any(press("Tab", "document.activeElement.matches('.cite')") for _ in range(9))
        assert press("Enter", f"{card}.matches(':popover-open')")
        assert press("", f"{card}.innerText").startswith(CLOSED)
        assert not press("Escape", f"{card}.matches(':popover-open')")
        assert press("", "document.activeElement.matches('.cite')"), "and one is back where one was"


@browser
@pytest.mark.parametrize("width", [500, 1280])
def test_nasty_text_runs_nothing_and_never_widens_the_page(browse: Callable[..., str], width: int) -> None:
    page = draw(make_digest(make_breakwater(), make_nasty()))
    found = read_probe(browse(probe(page), f"--window-size={width},900"))
    assert found["ran"] == 0 and found["wide"] is False
    marks = found["marks"]
    assert isinstance(marks, list)
    assert NASTY[0] in marks and NASTY[2] in marks, "sources are shown letter by letter"
    dom = browse(page)
    assert "<script" not in dom and "<img" not in dom


@browser
@pytest.mark.parametrize("width", [380, 700])
def test_who_says_what_is_whole_on_a_narrow_screen(tmp_path: Path, width: int) -> None:
    file = tmp_path / "page.html"
    file.write_text(draw(make_digest()), encoding="utf-8")
    with open_browser(file, tmp_path / "profile", width=width) as press:
        assert press("", "[...document.querySelectorAll('.scroll')].every(e => e.scrollWidth <= e.clientWidth)")
        told = press("", "getComputedStyle(document.querySelector('td.agrees'), '::after').content")
        assert "The Eastern Ledger" in told


@browser
def test_the_page_itself_runs_no_script(browse: Callable[..., str]) -> None:
    page = draw(make_digest())
    assert "Who says what" in browse(page.replace("</body>", PROBE + "</body>"))


@browser
def test_a_print_has_the_sources_and_no_hovering_cards(browse: Callable[..., str], tmp_path: Path) -> None:
    from pypdf import PdfReader

    browse(draw(make_digest()), f"--print-to-pdf={tmp_path / 'print.pdf'}")
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "print.pdf").pages)
    words = " ".join(text.split())
    assert words.count(DENIED) == 3, "as a side of the dispute, in the matrix and in its source"
    assert "It was built in 1931." in words and "The ferries sail as before." in words
    assert words.count(CRACKED) == 5, "in summary, timeline, two sources, and the list that is closed on a screen"


@browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_scheme_of_the_reader(browse: Callable[..., str], tmp_path: Path, scheme: str) -> None:
    shot = tmp_path / "shot.png"
    page = draw(make_digest())
    setting = f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}"
    body = "<script>addEventListener('load', () => document.body.replaceChildren(JSON.stringify({ground:"
    body += "getComputedStyle(document.body).backgroundColor})))</script></body>"
    policy = re.sub(r"<meta http-equiv=.*?>\n", "", page)
    found = read_probe(browse(policy.replace("</body>", body), setting, f"--screenshot={shot}"))
    ground = read_colours(page, scheme)["paper"]
    assert found["ground"] == f"rgb({', '.join(str(int(ground[n : n + 2], 16)) for n in (1, 3, 5))})"
