/// What has become known of the objects of a kind.
package enum ReflectedChange<Body: Sendable>: Sendable {
    /// All there are. What was known before, and is not among them, is gone.
    case listed([Body])
    /// It is new, or has changed.
    case changed(Body)
    /// It is gone; as it last was.
    case gone(Body)
    /// Nothing has changed up to now.
    case confirmed
    /// Nothing can be seen just now, and why; it goes on by itself. What is known may be old.
    case interrupted(KubernetesError)
}

extension ReflectedChange: Equatable where Body: Equatable {}
