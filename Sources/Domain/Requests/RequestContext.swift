/// Who asks, and under which idempotency key.
package struct RequestContext: Equatable, Sendable {
    package struct Repeatable: Equatable, Sendable {
        package var key: String
        package var fingerprint: String

        package init(key: String, fingerprint: String) {
            self.key = key
            self.fingerprint = fingerprint
        }
    }

    package var actor: Actor
    package var repeatable: Repeatable?

    package init(actor: Actor, repeatable: Repeatable? = nil) {
        self.actor = actor
        self.repeatable = repeatable
    }
}
