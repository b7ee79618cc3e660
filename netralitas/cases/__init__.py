"""The dossier: numbers, respondents, proceedings, clocks, worklist, case page, search."""
