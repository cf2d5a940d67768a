import Domain
import Yams

extension CatalogService {
    static let keys = [
        "name", "title", "summary", "experimental", "image", "command", "port", "user",
        "environment", "secrets", "volumes", "health", "stopTimeout", "consistency", "variants",
    ]

    init?(reading fields: Fields) {
        let name = fields.required("name", like: "isso")?.name()
        let title = fields.required("title", like: "Isso")?.words()
        let summary = fields.required("summary", like: "Comments for a web site.")?.words()
        let image = fields.required("image", like: "docker.io/library/ghost:6.45.0")?.image()
        let port = fields.required("port", like: "8080")?.integer(in: 1...65535)
        let stopTimeout = fields.required("stopTimeout", like: "30s")?.duration()
        let health = fields.required("health", like: "{tcp: true, timeout: 5s, startPeriod: 60s}")
            .flatMap(HealthCheck.init(reading:))
        let consistency = fields.required("consistency", like: "sqlite")
            .flatMap(ConsistencyMethod.init(reading:))
        let secrets = Self.secrets(fields)
        let environment = Self.environment(fields, secrets)
        let volumes = Self.volumes(fields)
        let variants = Self.variants(fields)
        let experimental = fields.optional("experimental")?.words()
        let command = fields.optional("command")?.list()?.compactMap { $0.text() }
        let user = fields.optional("user")?
            .matching(/[0-9]{1,9}(:[0-9]{1,9})?/, rule: "uid or uid:gid, such as 1000:1000")
        guard let name, let title, let summary, let image, let port, let stopTimeout, let health,
            let consistency
        else { return nil }
        self.init(
            name: name, title: title, summary: summary, experimental: experimental,
            image: image, command: command, port: port, user: user, environment: environment,
            secrets: secrets.map(\.template), volumes: volumes, health: health,
            stopTimeout: stopTimeout, consistency: consistency, variants: variants)
    }

    private typealias Secret = (item: Item, template: SecretTemplate)

    private static func secrets(_ fields: Fields) -> [Secret] {
        let items = fields.optional("secrets")?.list() ?? []
        return items.unique("secret", by: \.template.name) { item in
            SecretTemplate(reading: item).map { (item, $0) }
        }
    }

    private static func environment(
        _ fields: Fields, _ secrets: [Secret]
    ) -> [String: String] {
        let item = fields.optional("environment")
        let reading = EnvironmentReading(item, secrets: names(of: "secrets", fields))
        for (item, secret) in secrets where !reading.uses(secret) {
            item.refuse(
                "secret “\(secret.name)” is used nowhere; "
                    + "put “${secret.\(secret.name)}” into the environment, or remove it.")
        }
        return reading.values
    }

    private static func volumes(_ fields: Fields) -> [VolumeTemplate] {
        guard let item = fields.required("volumes", like: "[{name: data, mountPath: /data}]"),
            let items = item.list()
        else { return [] }
        if items.isEmpty { item.refuse("“volumes” is empty; a service needs one at least.") }
        var seen: [VolumeTemplate] = []
        return items.unique("volume", by: \.name) { item in
            guard let volume = VolumeTemplate(reading: item) else { return nil }
            for other in seen where volume.overlaps(other) {
                item.refuse(
                    "“\(volume.mountPath)” overlaps “\(other.mountPath)” of volume "
                        + "“\(other.name)”; mount them apart.")
            }
            seen.append(volume)
            return volume
        }
    }

    private static func variants(_ fields: Fields) -> [Variant] {
        let example = "[{name: Basic, cpu: 500m, memory: 512Mi, …}]"
        guard let item = fields.required("variants", like: example), let items = item.list()
        else { return [] }
        if items.isEmpty { item.refuse("“variants” is empty; a service needs one at least.") }
        let volumes = names(of: "volumes", fields)
        return items.unique("variant", by: { $0.name.lowercased() }) {
            Variant(reading: $0, volumes: volumes)
        }
    }

    /// The names that a list's entries give themselves, right or wrong otherwise: a fault told
    /// once is not told again of all that refers to the entry.
    private static func names(of list: String, _ fields: Fields) -> [String] {
        fields.optional(list)?.node.sequence?.compactMap { $0.mapping?["name"]?.scalar?.string }
            ?? []
    }
}

extension VolumeTemplate {
    fileprivate func overlaps(_ other: VolumeTemplate) -> Bool {
        "\(mountPath)/".hasPrefix("\(other.mountPath)/")
            || "\(other.mountPath)/".hasPrefix("\(mountPath)/")
    }
}

extension [Item] {
    /// What `read` makes of each entry; reports those that bear a name for the second time.
    fileprivate func unique<Value>(
        _ what: String, by name: (Value) -> String, _ read: (Item) -> Value?
    ) -> [Value] {
        var names: Set<String> = []
        return compactMap { item in
            guard let value = read(item) else { return nil }
            if !names.insert(name(value)).inserted {
                item.refuse("there is already a \(what) “\(name(value))”; name this another way.")
            }
            return value
        }
    }
}
