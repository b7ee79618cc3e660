-- Figures are made of every event there is, weeks of those that were recorded in them.

-- Events come in the order in which they are recorded: a week lies side by side.
CREATE INDEX event_recorded ON event USING brin (recorded_at);

-- A million events are a few dozen kinds. Without knowing it the planner expects a hundred thousand
-- groups and sorts the events for them; the expressions are those of the statement, to the letter.
CREATE STATISTICS event_alike (ndistinct) ON
    kind, name, workflow, from_state, to_state, (details ->> 'recommended'),
    (details -> 'imposed' ->> 'level'),
    (coalesce((recorded_at AT TIME ZONE interval '7 hours')::date - happened_on > 7
              AND precision IN ('time', 'day'), false))
FROM event;
