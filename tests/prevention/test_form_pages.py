"""The forms of an activity over HTTP: what is wrong is said beside it, what was typed is kept."""

from tests.make import days_ago
from tests.prevention.conftest import Visits
from tests.prevention.world import Partners, hold, plan


async def test_too_many_people_are_said_beside_the_unit_and_everything_typed_is_kept(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    form = (await rina.go(f"/pencegahan/kegiatan/{activity}/pelaksanaan")).form("/pelaksanaan")
    kab = partners.town.offices["kab"]
    duty = form.pick(f"duties_{kab}", "Menjadi narasumber")
    typed = {
        f"unit_{partners.units['dinas']}": "41",
        f"unit_{partners.units['camat']}": "dua",
        f"duties_{kab}": [duty],
        "held_on-day": "31",
        "held_on-month": "Februari",
        "held_on-year": "2024",
    }
    page = await rina.send(form, typed)
    assert page.status == 422
    assert "Kantor Camat Melati harus berupa bilangan bulat" in page.text
    kept = page.form("/pelaksanaan").values
    assert {name: kept[name] for name in typed} == {
        name: value if isinstance(value, list) else [value] for name, value in typed.items()
    }
    on = days_ago(1)
    page = await rina.send(
        page.form("/pelaksanaan"),
        {
            f"unit_{partners.units['camat']}": "2",
            "held_on-day": on.day,
            "held_on-month": on.month,
            "held_on-year": on.year,
        },
    )
    assert page.status == 422
    assert "41 orang hadir, padahal pegawainya 40 orang menurut hitungan Senin, 1 Juli" in page.text
    assert page.form("/pelaksanaan").values[f"duties_{kab}"] == [duty]


async def test_a_plan_without_its_answers_is_shown_again_with_what_was_typed(
    partners: Partners, visit: Visits
) -> None:
    rina = await visit("rina")
    form = (await rina.go("/pencegahan/kegiatan/baru")).form("/baru")
    page = await rina.send(form, title="Sosialisasi <b>di Melati</b>", audience="")
    assert page.status == 422
    assert page.headings[0] == "Rencanakan kegiatan"
    assert page.form("/baru").values["title"] == ["Sosialisasi <b>di Melati</b>"]
    for said in ("Pilih tema.", "Isi tanggal rencana kegiatan.", "Sasaran wajib diisi."):
        assert said in page.text
    assert "<b>di Melati" not in page.html


async def test_who_was_overtaken_is_told_by_whom_and_may_send_again(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    await hold(partners, activity, dinas=30)
    rina, dewa = await visit("rina"), await visit("dewa")
    address = f"/pencegahan/kegiatan/{activity}/pembetulan"
    slow = (await rina.go(address)).form("/pembetulan")
    fast = (await dewa.go(address)).form("/pembetulan")
    dinas, camat = (f"unit_{partners.units[code]}" for code in ("dinas", "camat"))
    assert slow.values[dinas] == ["30"]
    assert (await dewa.send(fast, {camat: "5"})).status == 200
    page = await rina.send(slow, {dinas: "31"})
    assert page.status == 409
    assert "Dicatat oleh Dewa Santika" in page.text
    again = page.form("/pembetulan")
    assert again.values[dinas] == ["31"]
    done = await rina.send(again)
    assert "Dijangkau 31 orang dari 1 unit kerja" in done.text


async def test_a_cancelled_activity_says_why_and_offers_nothing_more(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    page = await rina.go(f"/pencegahan/kegiatan/{activity}")
    form = (await rina.go(page.link("Batalkan kegiatan"))).form("/pembatalan")
    missing = await rina.send(form)
    assert missing.status == 422
    assert "Pilih alasan pembatalan." in missing.text
    done = await rina.send(form, reason="budget")
    assert "anggaran tidak tersedia" in done.text
    assert not {"Catat pelaksanaan", "Batalkan kegiatan"} & set(done.links)
    again = await rina.go(f"/pencegahan/kegiatan/{activity}/pelaksanaan")
    assert again.status == 409
    assert "sudah dibatalkan" in again.text
    twice = await rina.send(form, reason="budget")
    assert twice.status == 409
    assert "sudah dibatalkan" in twice.text
