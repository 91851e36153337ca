"""Writes all events into a Parquet file, and the number of conversations of each day into a table."""

import duckdb

duckdb.execute("""
    COPY (
        SELECT messageId, event, userId, "timestamp" AS sent, properties ->> 'conversation_id' AS conversation, properties, context
        FROM read_json('out/**/*.events', format = 'newline_delimited', columns = {
            messageId: 'VARCHAR', event: 'VARCHAR', userId: 'VARCHAR', "timestamp": 'TIMESTAMP', properties: 'JSON', context: 'JSON'})
    ) TO 'events.parquet' (FORMAT parquet, COMPRESSION zstd)
""")
duckdb.execute("""
    COPY (
        SELECT sent::DATE AS day, count(DISTINCT conversation) AS conversations
        FROM 'events.parquet'
        WHERE event = 'Live Chat Conversation Started'
        GROUP BY day
        ORDER BY day
    ) TO 'days.csv'
""")
