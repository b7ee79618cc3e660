"""The declarations of what runs elsewhere: `criminal`, `organiser_ethics` and `litigation`.

Each is opened, hears of events, and ends with the outcome that the other body told.
"""

from typing import Final

from netralitas.investigation.workflow.threads.shape import (
    PRACTICE,
    Outcome,
    Thread,
    declared,
)
from netralitas.workflow.domain import Basis

_CRIMES: Final = (
    Basis(code="UU 7/2017 Pasal 490, 493, 494", certainty="S", regime="pemilu"),
    Basis(code="UU 10/2016 Pasal 188-189", certainty="S", regime="pemilihan"),
    Basis(code="Praktik Gakkumdu", certainty="M"),
)
_ORGANISERS: Final = (
    Basis(code="UU 7/2017 Pasal 455(1)", certainty="S", regime="pemilu"),
    Basis(code="Perbawaslu 7/2022 Pasal 20", certainty="T", regime="pemilu"),
    Basis(code="Perbawaslu 8/2020", certainty="M", regime="pemilihan"),
    *PRACTICE,
)
_COURT: Final = (Basis(code="Gugatan setelah upaya administratif PP 79/2021", certainty="M"),)

CRIMINAL_V1: Final = declared(
    Thread(
        code="criminal",
        label="Dugaan tindak pidana (Gakkumdu)",
        running="Ditangani Sentra Gakkumdu",
        button="Catat penanganan oleh Sentra Gakkumdu",
        done="Dugaan tindak pidana ditangani Sentra Gakkumdu.",
        basis=_CRIMES,
        outcomes=(
            Outcome(
                code="proven",
                label="Putusan pengadilan: terbukti",
                button="Catat putusan terbukti",
                done="Pengadilan memutuskan tindak pidana terbukti.",
            ),
            Outcome(
                code="not_proven",
                label="Putusan pengadilan: tidak terbukti",
                button="Catat putusan tidak terbukti",
                done="Pengadilan memutuskan tindak pidana tidak terbukti.",
            ),
            Outcome(
                code="stopped",
                label="Dihentikan di Sentra Gakkumdu",
                button="Catat penghentian oleh Sentra Gakkumdu",
                done="Sentra Gakkumdu menghentikan penanganan.",
            ),
        ),
    )
)

ORGANISER_ETHICS_V1: Final = declared(
    Thread(
        code="organiser_ethics",
        label="Kode etik penyelenggara (DKPP, KPU, atau Bawaslu)",
        running="Diperiksa menurut kode etik penyelenggara",
        button="Catat pemeriksaan kode etik penyelenggara",
        done="Dugaan pelanggaran kode etik penyelenggara diperiksa.",
        basis=_ORGANISERS,
        outcomes=(
            Outcome(
                code="sanctioned",
                label="Terbukti melanggar kode etik penyelenggara",
                button="Catat sanksi kode etik penyelenggara",
                done="Penyelenggara dijatuhi sanksi kode etik.",
            ),
            Outcome(
                code="not_proven",
                label="Tidak terbukti melanggar kode etik penyelenggara",
                button="Catat tidak terbukti melanggar kode etik penyelenggara",
                done="Pelanggaran kode etik penyelenggara tidak terbukti.",
            ),
            Outcome(
                code="stopped",
                label="Pemeriksaan kode etik penyelenggara dihentikan",
                button="Catat penghentian pemeriksaan kode etik penyelenggara",
                done="Pemeriksaan kode etik penyelenggara dihentikan.",
            ),
        ),
    )
)

LITIGATION_V1: Final = declared(
    Thread(
        code="litigation",
        label="Gugatan di pengadilan",
        running="Gugatan berjalan",
        button="Catat gugatan",
        done="Gugatan diajukan ke pengadilan.",
        basis=_COURT,
        outcomes=(
            Outcome(
                code="granted",
                label="Gugatan dikabulkan",
                button="Catat gugatan dikabulkan",
                done="Pengadilan mengabulkan gugatan.",
            ),
            Outcome(
                code="rejected",
                label="Gugatan ditolak atau tidak diterima",
                button="Catat gugatan ditolak atau tidak diterima",
                done="Pengadilan menolak gugatan atau tidak menerimanya.",
            ),
            Outcome(
                code="withdrawn",
                label="Gugatan dicabut",
                button="Catat pencabutan gugatan",
                done="Gugatan dicabut.",
            ),
        ),
    )
)
