"""What error pages say, by status: what it is, and what the person can do."""

from typing import NamedTuple

from netralitas.refusals import NOT_VISIBLE


class Words(NamedTuple):
    """The words of one status; `reason` is used when the refusal brings none of its own."""

    title: str
    reason: str
    advice: tuple[str, ...] = ()


WORDS: dict[int, Words] = {
    400: Words(
        "Permintaan tidak dapat dibaca",
        "Alamat atau isian yang dikirim tidak lengkap.",
        ("Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi.",),
    ),
    401: Words("Anda perlu masuk", "Halaman ini hanya untuk petugas yang sudah masuk."),
    403: Words(
        "Anda tidak berwenang melakukan ini",
        "Data ini boleh Anda lihat, tetapi langkah ini bukan wewenang Anda.",
        ("Hubungi administrator organisasi Anda bila menurut Anda ini keliru.",),
    ),
    404: Words(
        "Halaman tidak ditemukan",
        NOT_VISIBLE,
        (
            "Periksa alamatnya, terutama bila diketik atau disalin sebagian.",
            "Bila Anda datang dari tautan di surat, minta pengirimnya memeriksa tautan itu.",
        ),
    ),
    405: Words(
        "Langkah ini tidak dapat dibuka langsung",
        "Alamat ini hanya menerima kiriman dari formulirnya.",
        ("Buka halaman yang memuat formulirnya, lalu kirim dari sana.",),
    ),
    409: Words(
        "Belum dapat disimpan",
        "Keadaan data ini tidak memungkinkan langkah tersebut.",
        ("Kembali ke halaman sebelumnya, muat ulang, periksa, lalu ulangi langkah Anda.",),
    ),
    413: Words(
        "Kiriman terlalu besar",
        "Ukuran berkas atau isian melebihi batas yang diterima.",
        ("Kirim berkas yang lebih kecil, atau kirim satu per satu.",),
    ),
    415: Words(
        "Bentuk kiriman tidak dikenal",
        "Isi permintaan bukan formulir atau berkas yang diterima di sini.",
    ),
    422: Words(
        "Ada yang perlu diperbaiki",
        "Ada isian yang belum dapat disimpan.",
        ("Kembali ke formulir, perbaiki isian tersebut, lalu kirim lagi.",),
    ),
    429: Words(
        "Tunggu sebentar",
        "Terlalu banyak percobaan dalam waktu singkat.",
        ("Tunggu beberapa saat, lalu coba lagi. Tidak ada data Anda yang hilang.",),
    ),
    500: Words(
        "Ada gangguan pada sistem",
        "Langkah terakhir tidak selesai. Tidak ada yang tersimpan setengah jalan.",
        (
            "Coba lagi beberapa saat lagi.",
            "Bila terulang, sampaikan nomor rujukan di bawah ini kepada administrator.",
        ),
    ),
    503: Words(
        "Layanan sedang tidak tersedia",
        "Pangkalan data sedang tidak dapat dihubungi. Biasanya ini pulih sendiri.",
        (
            "Tunggu beberapa detik, lalu muat ulang halaman ini.",
            "Bila Anda baru saja menyimpan, periksa dahulu apakah sudah tercatat.",
        ),
    ),
}

# Shown when even the error page cannot be written.
LAST_RESORT = (
    '<!doctype html><html lang="id"><meta charset="utf-8">'
    "<title>Ada gangguan pada sistem · Netralitas</title>"
    "<h1>Ada gangguan pada sistem</h1>"
    "<p>Langkah terakhir tidak selesai. Coba lagi beberapa saat lagi.</p></html>"
)
