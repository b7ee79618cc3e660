"""What error pages say, by status: what it is, and what the person can do."""

from typing import NamedTuple

from netralitas.language import ENGLISH, SOURCE, phrase
from netralitas.refusals import NOT_VISIBLE


class Words(NamedTuple):
    """The words of one status; `reason` is used when the refusal brings none of its own."""

    title: str
    reason: str
    advice: tuple[str, ...] = ()


WORDS: dict[int, Words] = {
    400: Words(
        phrase("Permintaan tidak dapat dibaca"),
        phrase("Alamat atau isian yang dikirim tidak lengkap."),
        (phrase("Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi."),),
    ),
    401: Words(
        phrase("Anda perlu masuk"), phrase("Halaman ini hanya untuk petugas yang sudah masuk.")
    ),
    403: Words(
        phrase("Anda tidak berwenang melakukan ini"),
        phrase("Data ini boleh Anda lihat, tetapi langkah ini bukan wewenang Anda."),
        (phrase("Hubungi administrator organisasi Anda bila menurut Anda ini keliru."),),
    ),
    404: Words(
        phrase("Halaman tidak ditemukan"),
        NOT_VISIBLE,
        (
            phrase("Periksa alamatnya, terutama bila diketik atau disalin sebagian."),
            phrase(
                "Bila Anda datang dari tautan di surat, minta pengirimnya memeriksa tautan itu."
            ),
        ),
    ),
    405: Words(
        phrase("Langkah ini tidak dapat dibuka langsung"),
        phrase("Alamat ini hanya menerima kiriman dari formulirnya."),
        (phrase("Buka halaman yang memuat formulirnya, lalu kirim dari sana."),),
    ),
    409: Words(
        phrase("Belum dapat disimpan"),
        phrase("Keadaan data ini tidak memungkinkan langkah tersebut."),
        (phrase("Kembali ke halaman sebelumnya, muat ulang, periksa, lalu ulangi langkah Anda."),),
    ),
    413: Words(
        phrase("Kiriman terlalu besar"),
        phrase("Ukuran berkas atau isian melebihi batas yang diterima."),
        (phrase("Kirim berkas yang lebih kecil, atau kirim satu per satu."),),
    ),
    415: Words(
        phrase("Bentuk kiriman tidak dikenal"),
        phrase("Isi permintaan bukan formulir atau berkas yang diterima di sini."),
    ),
    422: Words(
        phrase("Ada yang perlu diperbaiki"),
        phrase("Ada isian yang belum dapat disimpan."),
        (phrase("Kembali ke formulir, perbaiki isian tersebut, lalu kirim lagi."),),
    ),
    429: Words(
        phrase("Tunggu sebentar"),
        phrase("Terlalu banyak percobaan dalam waktu singkat."),
        (phrase("Tunggu beberapa saat, lalu coba lagi. Tidak ada data Anda yang hilang."),),
    ),
    500: Words(
        phrase("Ada gangguan pada sistem"),
        phrase("Langkah terakhir tidak selesai. Tidak ada yang tersimpan setengah jalan."),
        (
            phrase("Coba lagi beberapa saat lagi."),
            phrase("Bila terulang, sampaikan nomor rujukan di bawah ini kepada administrator."),
        ),
    ),
    503: Words(
        phrase("Layanan sedang tidak tersedia"),
        phrase("Pangkalan data sedang tidak dapat dihubungi. Biasanya ini pulih sendiri."),
        (
            phrase("Tunggu beberapa detik, lalu muat ulang halaman ini."),
            phrase("Bila Anda baru saja menyimpan, periksa dahulu apakah sudah tercatat."),
        ),
    ),
}

# Shown when even the error page cannot be written, by language.
LAST_RESORT = {
    SOURCE: (
        '<!doctype html><html lang="id"><meta charset="utf-8">'
        "<title>Ada gangguan pada sistem · Netralitas</title>"
        "<h1>Ada gangguan pada sistem</h1>"
        "<p>Langkah terakhir tidak selesai. Coba lagi beberapa saat lagi.</p></html>"
    ),
    ENGLISH: (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        "<title>There is a fault in the system · Netralitas</title>"
        "<h1>There is a fault in the system</h1>"
        "<p>The last step was not completed. Please try again in a moment.</p></html>"
    ),
}
