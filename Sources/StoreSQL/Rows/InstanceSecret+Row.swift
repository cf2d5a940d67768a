import Domain

extension InstanceSecret: Kept {
    static let table = Table("secrets", ["instance_id", "generation", "name", "value"])

    init(row: SQLRow) throws {
        self.init(
            instanceID: try row.id("instance_id"), generation: try row.int("generation"),
            name: try row.text("name"), value: try row.text("value"))
    }

    func cells() -> [SQLValue] {
        [SQLValue(instanceID), SQLValue(generation), SQLValue(name), SQLValue(value)]
    }
}
