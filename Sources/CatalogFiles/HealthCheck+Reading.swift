import Domain

extension HealthCheck {
    init?(reading item: Item) {
        guard let fields = Fields(item, known: ["http", "tcp", "timeout", "startPeriod"]) else {
            return nil
        }
        let probe = Self.probe(fields)
        let timeout = fields.required("timeout", like: "5s")?.duration()
        let startPeriod = fields.required("startPeriod", like: "120s")?.duration()
        guard let probe, let timeout, let startPeriod else { return nil }
        self.init(probe: probe, timeout: timeout, startPeriod: startPeriod)
    }

    private static func probe(_ fields: Fields) -> Probe? {
        switch (fields.optional("http"), fields.optional("tcp")) {
        case (let http?, nil): return Self.http(http)
        case (nil, let tcp?):
            guard tcp.flag() != false else {
                tcp.refuse("“tcp” must be true; to check by HTTP write “http: {path: /}”.")
                return nil
            }
            return .tcp
        case (nil, nil):
            fields.owner.refuse("“health” needs “http: {path: /}” or “tcp: true”.")
        case (_?, let tcp?):
            tcp.refuse("“health” takes “http” or “tcp”, not both.")
        }
        return nil
    }

    private static func http(_ item: Item) -> Probe? {
        guard let fields = Fields(item, known: ["path", "headers", "status"]) else { return nil }
        let path = fields.required("path", like: "/")?
            .matching(/\/\S*/, rule: "a path that begins with /")
        var headers: [String: String] = [:]
        for (key, value) in fields.optional("headers")?.map() ?? [] {
            headers[key.label] = value.text()
        }
        let status = fields.optional("status")?.integer(in: 100...599)
        return path.map { .http(path: $0, headers: headers, status: status) }
    }
}
