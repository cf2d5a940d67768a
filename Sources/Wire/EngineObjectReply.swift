/// Something that the engine has just been seen to have.
package struct EngineObjectReply: Codable, Equatable, Sendable {
    /// `claim` or `workload`.
    package var kind: String
    package var name: String
    package var uid: String
    /// Of the instance that it says it belongs to.
    package var instanceId: String?
    /// Whether a process in it may be writing.
    package var mayWrite: Bool

    package init(kind: String, name: String, uid: String, instanceId: String? = nil, mayWrite: Bool)
    {
        self.kind = kind
        self.name = name
        self.uid = uid
        self.instanceId = instanceId
        self.mayWrite = mayWrite
    }
}
