import Domain

extension SecretTemplate {
    init?(reading item: Item) {
        guard let fields = Fields(item, known: ["name", "bytes", "survivesReset"]) else {
            return nil
        }
        let name = fields.required("name", like: "ENCRYPTION_KEY")?
            .matching(
                /[A-Za-z][A-Za-z0-9_]{0,63}/,
                rule: "letters, digits and underscores, beginning with a letter")
        let bytes = fields.required("bytes", like: "32")?.integer(in: 8...64)
        let survives = fields.required("survivesReset", like: "true")?.flag()
        guard let name, let bytes, let survives else { return nil }
        self.init(name: name, bytes: bytes, survivesReset: survives)
    }
}
