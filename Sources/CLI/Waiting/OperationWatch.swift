import FoundationEssentials
import Wire

/// Follows an operation to its end: by its event stream where that works, else by looking.
struct OperationWatch: Sendable {
    enum News: Sendable {
        case step(OperationStepReply)
        case state(OperationReply)
        case silence(server: String)
    }

    /// How many times in a row, a second apart, a server may be out of reach: it may be
    /// restarting, and the operation is safe with it.
    private static let patience = 120

    let api: APIClient
    let pause: @Sendable (Duration) async throws -> Void
    let tell: @Sendable (News) async -> Void

    func end(of id: String) async throws -> Answer<OperationReply> {
        var told = 0
        var hasStream = true
        var failures = 0
        while true {
            do {
                if hasStream { hasStream = try await listen(to: id, told: &told) }
                let answer = try await look(at: id, told: &told)
                if ["succeeded", "failed"].contains(answer.value.state) { return answer }
                failures = 0
            } catch Failure.unreachable(let server, let why) {
                failures += 1
                guard failures < Self.patience else {
                    throw Failure.unreachable(server: server, why: why)
                }
                await tell(.silence(server: server))
            }
            try await pause(.seconds(1))
        }
    }

    private func look(at id: String, told: inout Int) async throws -> Answer<OperationReply> {
        let answer: Answer<OperationReply> = try await api.get("operations/\(id.escaped)")
        for step in answer.value.steps { await tell(step, &told) }
        await tell(.state(answer.value))
        return answer
    }

    private func tell(_ step: OperationStepReply, _ told: inout Int) async {
        guard step.sequence > told else { return }
        told = step.sequence
        await tell(.step(step))
    }

    /// Returns when the stream ends, at the operation's end or before it; `false` if there is no
    /// stream to be had.
    private func listen(to id: String, told: inout Int) async throws -> Bool {
        var headers = ["Accept": "text/event-stream"]
        if told > 0 { headers["Last-Event-ID"] = "\(told)" }
        let response: ClientResponse
        do {
            response = try await api.stream("operations/\(id.escaped)/events", headers: headers)
        } catch Failure.problem(let problem) where problem.status != 401 {
            return false
        }
        guard response.contentType.hasPrefix("text/event-stream") else { return false }
        var parser = EventParser()
        do {
            for try await chunk in response.body {
                for event in parser.feed(chunk) where await isLast(event, &told) { return true }
            }
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // A stream that breaks off is taken up again after a look.
        }
        return true
    }

    private func isLast(_ event: ServerEvent, _ told: inout Int) async -> Bool {
        let data = Data(event.data.utf8)
        switch event.name {
        case "step":
            if let step = try? JSONDecoder().decode(OperationStepReply.self, from: data) {
                await tell(step, &told)
            }
        case "state":
            if let state = try? JSONDecoder().decode(OperationReply.self, from: data) {
                await tell(.state(state))
            }
        default: break
        }
        return event.name == "end"
    }
}
