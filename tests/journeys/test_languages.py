"""A French client, and somebody who chose Arabic in the form: from the application to the check-in, in their words."""

import re
from pathlib import Path

from bot.rehearsal.participants import find
from tests.journeys.test_applications_in_chat import a_scene

ARABIC = re.compile(r"[\u0600-\u06ff]")


async def test_each_is_answered_in_their_own_language(tmp_path: Path) -> None:
    async with a_scene(tmp_path) as scene:
        fatou = scene.show.discord.add_person(name="Fatou", locale="fr")
        amal = scene.show.discord.add_person(name="Amal")
        for person in (fatou, amal):
            await person.join(scene.show.guild)
        choices = await fatou.autocomplete(scene.show.guild, "apply", "country", "Séné")
        assert [choice.name for choice in choices][:1] == ["Sénégal"]

        sent = await scene.apply(fatou, "Sénégal", name="Fatou Diop")
        assert sent.text.startswith("Votre candidature est enregistrée.")
        me = await fatou.slash(scene.show.guild, "me")
        assert "Votre candidature est reçue." in str(me.message.embeds if me.message else me.text)

        review = await scene.fill(amal, "Egypt", name="Amal Hassan")
        assert review.message is not None
        pick = find(review.message, "pick:1:apply-language:")
        assert pick is not None
        chosen = await amal.choose(review.message, pick, ["ar"])
        send = find(chosen.message or review.message, "do:1:apply-send:")
        assert send is not None
        done = await amal.click(chosen.message or review.message, send)
        assert ARABIC.search(done.text)
        assert "\u2066`/me`\u2069" in done.text
        place = await amal.slash(scene.show.guild, "me")
        assert ARABIC.search(str(place.message.embeds if place.message else place.text))
