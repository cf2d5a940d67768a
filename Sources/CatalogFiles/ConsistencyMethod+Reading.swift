import Domain

extension ConsistencyMethod {
    init?(reading item: Item) {
        if item.node.mapping != nil {
            guard let fields = Fields(item, known: ["command"]),
                let command = fields.required("command", like: "[/vaultwarden, backup]"),
                let words = command.list()
            else { return nil }
            if words.isEmpty { command.refuse("“command” is empty; name a program.") }
            self = .command(words.compactMap { $0.text() })
            return
        }
        switch item.matching(/sqlite|stop/, rule: "sqlite, stop or {command: […]}") {
        case "sqlite": self = .sqlite
        case "stop": self = .stop
        default: return nil
        }
    }
}
