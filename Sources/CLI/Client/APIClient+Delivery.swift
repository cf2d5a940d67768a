import FoundationEssentials
import Wire

extension APIClient {
    /// Sends a request, and once more with the same key if the connection breaks: the server
    /// knows the second for the first.
    func deliver(_ request: ClientRequest) async throws -> (Int, [UInt8]) {
        do {
            return try await attempt(request)
        } catch Failure.unreachable {
            return try await attempt(request)
        }
    }

    func attempt(_ request: ClientRequest) async throws -> (Int, [UInt8]) {
        try await reach {
            let response = try await transport.open(request)
            return (response.status, try await response.collect())
        }
    }

    /// Whatever goes wrong on the way is told as one thing: no answer.
    func reach<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let failure as Failure {
            throw failure
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw Failure.unreachable(server: server, why: transport.words(for: error))
        }
    }

    /// What the server says no with; text that is no problem is not shown, it may be a page.
    func failure(_ status: Int, _ body: [UInt8]) -> Failure {
        if let problem = try? JSONDecoder().decode(Problem.self, from: Data(body)) {
            return .problem(problem)
        }
        return .badAnswer("It answered with status \(status) and no reason.")
    }
}
