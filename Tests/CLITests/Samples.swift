/// Answers of the server.
enum Samples {
    static let user = """
        {"createdAt":"2026-01-01T08:00:00.000Z","email":"ann@example.org","id":"u1",\
        "mustChangePassword":false,"name":"Ann","role":"customer"}
        """

    static func login(_ number: Int, mustChange: Bool = false) -> String {
        let user = user.replacing(
            "\"mustChangePassword\":false", with: "\"mustChangePassword\":\(mustChange)")
        return """
            {"accessToken":"access-\(number)","expiresIn":900,"refreshToken":"refresh-\(number)",\
            "tokenType":"Bearer","user":\(user)}
            """
    }

    static func operation(
        _ state: String, kind: String = "restart", message: String? = nil, steps: Int = 0
    ) -> String {
        let end = state == "succeeded" || state == "failed"
        let message = message.map { "\"message\":\"\($0)\"," } ?? ""
        let story = (0..<steps).map { step($0 + 1) }.joined(separator: ",")
        return """
            {"createdAt":"2026-01-31T09:30:00.000Z","deadline":"2026-01-31T09:45:00.000Z",\
            \(end ? "\"endedAt\":\"2026-01-31T09:30:12.340Z\"," : "")"id":"op1",\
            "instance":"isso-4k7m2p9x","kind":"\(kind)",\(message)"requestedBy":"u1",\
            "state":"\(state)","steps":[\(story)],"subscriptionId":"s1"}
            """
    }

    static func step(_ number: Int) -> String {
        """
        {"at":"2026-01-31T09:30:0\(number).500Z","sequence":\(number),"text":"Step \(number)."}
        """
    }

    /// The first one holds something, and more than its size cannot be.
    static func volume(_ generation: Int, _ state: String, keptUntil: String? = nil) -> String {
        let isFirst = generation == 1
        let kept = keptUntil.map { "\"keptUntil\":\"\($0)\"," } ?? ""
        return """
            {"accessMode":"ReadWriteOnce","createdAt":"2026-01-30T00:00:00.000Z",\
            "generation":\(generation),"id":"v\(generation)",\(kept)"name":"data",\
            "sizeEnforced":\(isFirst),\(isFirst ? "\"used\":1048577," : "")\
            "state":"\(state)","volumeClaimName":"hf-x-isso-4k7m2p9x-data-g\(generation)",\
            "volumeMountPath":"/data","volumeSize":"250Mi","volumeStatus":"Bound"}
            """
    }

    static func subscription(
        volumes: [String] = [volume(1, "attached")], extra: String = ""
    )
        -> String
    {
        """
        {"createdAt":"2026-01-30T00:00:00.000Z","customerId":"u1","id":"s1",\(extra)"instance":\
        {"accessMode":"ReadWriteOnce","generation":1,"id":"i1","name":"isso-4k7m2p9x",\
        "port":20000,"restarts":2,"since":"2026-01-31T09:30:00.000Z","status":"RUNNING",\
        "url":"http://127.0.0.1:20000","volumeClaimName":"hf-x-isso-4k7m2p9x-data-g1",\
        "volumeMountPath":"/data","volumeSize":"250Mi","volumeStatus":"Bound","volumes":\
        [\(volumes.joined(separator: ","))],"wish":"RUNNING"},"service":"isso",\
        "status":"ACTIVE","variant":"Basic"}
        """
    }

    static func page(_ items: String..., next: String? = nil) -> String {
        let next = next.map { ",\"next\":\"\($0)\"" } ?? ""
        return "{\"items\":[\(items.joined(separator: ","))]\(next)}"
    }

    static func problem(_ status: Int, _ slug: String, _ extra: String = "") -> String {
        """
        {"detail":"The reason.","status":\(status),"title":"The title","type":"/problems/\(slug)"\
        \(extra)}
        """
    }
}
