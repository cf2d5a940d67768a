import Domain
import Wire

/// How the cluster finds out whether a service starts, serves and lives
/// (https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/).
struct Probes {
    private static let period = 5
    /// A service that does not answer may be mending its data: it is given long before it is
    /// ended for that.
    private static let longestStart = 3600
    private static let longestSilence = 600

    let spec: WorkloadSpec

    init(_ spec: WorkloadSpec) { self.spec = spec }

    /// The members of its container.
    var json: [String: JSONValue] {
        [
            "startupProbe": probe(every: 1, failures: Self.longestStart),
            "readinessProbe": probe(every: Self.period, failures: 2),
            "livenessProbe": probe(
                every: Self.period, failures: Self.longestSilence / Self.period),
        ]
    }

    private func probe(every period: Int, failures: Int) -> JSONValue {
        let timeout = max(1, Int((spec.health.timeout.milliseconds + 999) / 1000))
        var probe = action
        probe["periodSeconds"] = .integer(period)
        probe["timeoutSeconds"] = .integer(timeout)
        probe["failureThreshold"] = .integer(failures)
        return .object(probe)
    }

    /// A status of its own cannot be asked for: any from 200 to 399 counts.
    private var action: [String: JSONValue] {
        switch spec.health.probe {
        case .tcp: return ["tcpSocket": ["port": "http"]]
        case .http(let path, let headers, _):
            var get: [String: JSONValue] = ["path": .string(path), "port": "http"]
            if !headers.isEmpty {
                get["httpHeaders"] = .array(
                    headers.sorted { $0.key < $1.key }.map { name, value in
                        ["name": .string(name), "value": .string(value)]
                    })
            }
            return ["httpGet": .object(get)]
        }
    }
}
