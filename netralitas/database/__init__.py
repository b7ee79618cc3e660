"""PostgreSQL: the embedded server, roles, the engine, transactions, row security, migrations.

`transactions.writing` and `transactions.reading` are the only doors for features; `engine.ENGINE`
is the pool behind them. `bootstrap` makes roles and databases once, as the superuser, and
`embedded.EmbeddedServer` is a private PostgreSQL for the demo, small offices and tests.
"""
