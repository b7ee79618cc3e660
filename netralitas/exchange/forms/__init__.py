"""What is typed about requests: the letter, the decision, what was handed over, given back."""

from netralitas.exchange.forms.answering import (
    NOTHING,
    DecisionForm,
    DeliveryForm,
    ReturnForm,
    WithdrawForm,
)
from netralitas.exchange.forms.asking import (
    DataForm,
    RequestForm,
    TextlessDataForm,
    TextlessUseForm,
    UseForm,
)

__all__ = [
    "NOTHING",
    "DataForm",
    "DecisionForm",
    "DeliveryForm",
    "RequestForm",
    "ReturnForm",
    "TextlessDataForm",
    "TextlessUseForm",
    "UseForm",
    "WithdrawForm",
]
