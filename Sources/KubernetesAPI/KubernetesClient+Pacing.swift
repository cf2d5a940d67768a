import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOFoundationCompat

extension KubernetesClient {
    /// Sends a request when the server can bear it, and again where that helps.
    func paced<Answer: Sendable>(
        _ lane: Pace.Lane, isRepeatable: Bool,
        _ once: (Proof) async throws(Setback) -> Answer
    ) async throws(KubernetesError) -> Answer {
        var attempt = 1
        while true {
            do throws(Setback) {
                return try await passing(lane, once)
            } catch {
                let chance = randomness.chance()
                guard
                    let pause = error.pause(
                        attempt: attempt, isRepeatable: isRepeatable, chance: chance)
                else { throw error.error }
                do { try await clock.sleep(for: pause) } catch { throw .cancelled }
                attempt += 1
            }
        }
    }

    private func passing<Answer: Sendable>(
        _ lane: Pace.Lane, _ once: (Proof) async throws(Setback) -> Answer
    ) async throws(Setback) -> Answer {
        let pass: Pace.Pass
        do { pass = try await gate.enter(lane) } catch { throw Setback(error: .cancelled) }
        do throws(Setback) {
            let answer = try await authorized(once)
            gate.leave(pass, .done)
            return answer
        } catch {
            gate.leave(pass, error.outcome)
            throw error
        }
    }

    /// Asks once more with a fresh proof where the first was refused; nothing was done then.
    private func authorized<Answer: Sendable>(
        _ once: (Proof) async throws(Setback) -> Answer
    ) async throws(Setback) -> Answer {
        let proof = try await fresh { keeper throws(KubernetesError) in try await keeper.proof() }
        do throws(Setback) {
            return try await once(proof)
        } catch {
            guard error.error.code == 401 else { throw error }
            let other = try await fresh { keeper throws(KubernetesError) in
                try await keeper.proof(after: proof)
            }
            guard let other else { throw error }
            return try await once(other)
        }
    }

    private func fresh<Value: Sendable>(
        _ ask: (CredentialKeeper) async throws(KubernetesError) -> Value
    ) async throws(Setback) -> Value {
        do throws(KubernetesError) {
            return try await ask(credentials)
        } catch {
            throw Setback(error: error)
        }
    }

    /// An answer of 400 and above, as an error in the server's words.
    func refuse(_ response: HTTPClientResponse) async throws {
        let code = Int(response.status.code)
        guard code >= 300 else { return }
        guard code >= 400 else {
            let place = response.headers.first(name: "Location") ?? "elsewhere"
            throw KubernetesError.broken(
                "\(configuration.server) sends us to \(place). Name the API server itself.")
        }
        let body = try await response.body.collect(upTo: 1 << 20)
        let status = StatusAnswer(code, body, else: response.status.reasonPhrase)
        let header = response.headers.first(name: "Retry-After").flatMap { Int($0.trimmed) }
        let seconds = header ?? status.details?.retryAfterSeconds
        throw Setback(
            error: .refused(status), retryAfter: seconds.map { .seconds(max(0, $0)) })
    }
}

extension StatusAnswer {
    /// - Parameter phrase: What is told where the body says nothing.
    init(_ code: Int, _ body: ByteBuffer, else phrase: String) {
        let known = try? JSONDecoder().decode(StatusAnswer.self, from: body)
        self = known ?? StatusAnswer(code: code)
        self.code = code
        guard known == nil else { return }
        let text = String(String(buffer: body).trimmed.prefix(300))
        message = text.isEmpty ? phrase : text
    }
}
