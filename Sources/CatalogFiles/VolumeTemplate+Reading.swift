import Domain

extension VolumeTemplate {
    init?(reading item: Item) {
        let known = ["name", "mountPath", "owner", "storageClass", "accessMode"]
        guard let fields = Fields(item, known: known) else { return nil }
        let name = fields.required("name", like: "data")?.name()
        let path = fields.required("mountPath", like: "/data")?.mountPath()
        let owner = fields.optional("owner")?.owner()
        let storageClass = fields.optional("storageClass")?.words()
        let mode = fields.optional("accessMode").map { $0.accessMode() } ?? "ReadWriteOnce"
        guard let name, let path, let mode else { return nil }
        self.init(
            name: name, mountPath: path, owner: owner, storageClass: storageClass,
            accessMode: mode)
    }
}

extension Item {
    /// One writer at a time is what keeps a database file whole, so no shared mode is offered.
    fileprivate func accessMode() -> String? {
        matching(
            /ReadWriteOnce|ReadWriteOncePod/,
            rule: "ReadWriteOnce or ReadWriteOncePod, since a volume has one writer")
    }
}
