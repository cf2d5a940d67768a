-- The request as the environment tells; at the end, the figures as one line of JSON.
wrk.method = os.getenv("WRK_METHOD")
wrk.body = os.getenv("WRK_BODY")
wrk.headers["Content-Type"] = "application/json"

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '\n{"rate": %f, "p99": %f, "requests": %d, "failures": %d}\n',
        summary.requests / summary.duration * 1e6, latency:percentile(99) / 1000,
        summary.requests,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
