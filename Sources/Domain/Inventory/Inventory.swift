/// All that an engine has of one installation, as it has just seen it.
package struct Inventory: Equatable, Sendable {
    /// By kind, then name.
    package var objects: [EngineObject]
    /// The latest epoch that was written down in the engine; `nil` where none ever was.
    package var epoch: Int64?

    package init(objects: [EngineObject] = [], epoch: Int64? = nil) {
        self.objects = objects.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
        self.epoch = epoch
    }
}
