"""The addresses of this room, under each language."""

from django.urls import path
from django.views.decorators.http import require_safe

from palermo.web.treaties.views import (
    changes,
    compare,
    correction_list,
    corrections,
    instruments,
    matrix,
    sheets,
    sources,
    states,
)

app_name = "treaties"
urlpatterns = [
    path("states/", states.states, name="states"),
    path("states/<str:code>/", states.state, name="state"),
    path("states/<str:code>/sheet.pdf", sheets.state_sheet, name="state-sheet"),
    path("instruments/", instruments.instruments, name="instruments"),
    path("instruments/<str:code>/", instruments.instrument, name="instrument"),
    path("instruments/<str:code>/sheet.pdf", sheets.instrument_sheet, name="instrument-sheet"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("compare/", compare.compare, name="compare"),
    path("changes/", changes.changes, name="changes"),
    path("changes/feed/", require_safe(changes.ChangesFeed()), name="feed"),
    path("states/<str:code>/propose/", corrections.propose, name="propose"),
    path("corrections/", correction_list.corrections, name="corrections"),
    path("corrections/<int:number>/", corrections.correction, name="correction"),
    path("sources/", sources.sources, name="sources"),
]
