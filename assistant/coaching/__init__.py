"""The log's pure functions: where a preparation stands, what comes next, how it is worded."""
