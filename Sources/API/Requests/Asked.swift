import Domain
import Wire

/// A request that changes something: what is asked, by whom, under which idempotency key.
struct Asked<Body: JSONBody> {
    var body: Body
    var context: Domain.RequestContext
}
