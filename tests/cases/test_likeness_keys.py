"""Keys of names and posts: what is written otherwise and is the same has the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from netralitas.cases.likeness.keys import link_key, links_in, name_keys, plain_name

WORDS = some.text("abdeghiklmnoprstuwy", min_size=4, max_size=12).filter(
    lambda word: name_keys(f"Zulkarnain {word}") != name_keys("Zulkarnain")
)
NAMES = some.lists(WORDS, min_size=1, max_size=4).map(" ".join)
POSTS = some.builds(
    "{}/{}".format,
    some.sampled_from(["facebook.com", "instagram.com", "radarkota.example"]),
    some.text("abcXYZ0123_-", min_size=1, max_size=20),
)


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Drs. H. Soeharto, M.M.", {"suharto"}),
        ("Ir. Tjahya Djoko S.", {"cahya", "joko"}),
        ("SITI NOERDJANNAH, S. Pd. I., M.Si", {"siti", "nurjanah"}),
        ("Dr. Hj. Chairunnisa A.Md.Kep", {"khairunisa"}),
        ("Moh. Sjahrir", {"muhamad", "syahrir"}),
        ("Muhammad Syahrir", {"muhamad", "syahrir"}),
        ("H.Ahmad Ma\u2019ruf", {"ahmad", "maruf"}),
        ("José Da-Costa", {"jose", "da", "costa"}),
        ("A. B.", {"a", "b"}),
        ("H. M.", {"m"}),
        ("Dr.", {"dr"}),
        ("  ", set()),
        ("18 - 7", set()),
    ],
)
def test_a_name_is_told_by_its_words(written: str, keys: set[str]) -> None:
    assert name_keys(written) == keys


@given(NAMES)
def test_titles_degrees_case_and_order_do_not_count(name: str) -> None:
    keys = name_keys(name)
    assert keys
    assert name_keys(f"Prof. Dr. H. {name.upper()}, S.E., M. Si.") == keys
    assert name_keys(" ".join(reversed(name.split()))) == keys


@given(some.text(max_size=60))
def test_whatever_is_written_gives_keys_that_stay_what_they_are(name: str) -> None:
    for key in name_keys(name):
        assert 0 < len(key) <= 60
        assert name_keys(key) == {key}


def test_a_name_compared_as_a_whole_knows_no_order() -> None:
    assert plain_name("Saputra, Andi, S.E.") == plain_name("ANDI SAPUTRA") == "andi saputra"


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("HTTPS://WWW.Facebook.com/Radar/posts/12/?fbclid=x#top", "facebook.com/Radar/posts/12"),
        ("m.facebook.com/Radar/posts/12", "facebook.com/Radar/posts/12"),
        (
            "https://web.facebook.com/p.php?story=2&id=1&mibextid=k",
            "facebook.com/p.php?id=1&story=2",
        ),
        ("https://youtu.be/aBc-1?si=zz", "youtube.com/watch?v=aBc-1"),
        ("https://www.youtube.com/watch?v=aBc-1&t=30s", "youtube.com/watch?v=aBc-1"),
        ("https://youtube.com/shorts/aBc-1", "youtube.com/watch?v=aBc-1"),
        ("https://twitter.com/a/status/9?s=20", "x.com/a/status/9"),
        ("https://facebook.com/", None),
        ("mailto:a@b.example", None),
        ("ftp://a.example/b", None),
        ("http://[::1", None),
        ("kemarin sore", None),
        ("", None),
    ],
)
def test_a_post_is_told_by_its_address(address: str, key: str | None) -> None:
    assert link_key(address) == key


@given(POSTS)
def test_copies_of_an_address_have_one_key(post: str) -> None:
    key = link_key(post)
    assert key is not None
    assert link_key(f"HTTP://www.{post}/?utm_source=wa&igsh=1#komentar") == key


@given(some.text(max_size=400) | POSTS.map(lambda post: f"https://{post}/{'x' * 400}"))
def test_a_key_is_its_own_key_and_short(address: str) -> None:
    key = link_key(address)
    if key is not None:
        assert len(key) <= 300
        assert link_key(key) == key


def test_the_posts_named_in_a_text_are_found() -> None:
    text = (
        "Unggahan https://www.instagram.com/p/AbC/?igsh=1, juga (www.facebook.com/radar/9) dan "
        "tiktok.com/@lurah/video/7. Ditulis dr. Budi/Ani, 7/9/2024 pukul 10.20."
    )
    assert links_in(text) == {
        "instagram.com/p/AbC",
        "facebook.com/radar/9",
        "tiktok.com/@lurah/video/7",
    }
