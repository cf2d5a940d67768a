import Wire

/// Services, as people read them.
enum ServiceText {
    static func list(_ services: [ServiceReply], _ paint: Paint) -> String {
        guard !services.isEmpty else { return "Nothing is offered here." }
        return Table(
            ["SERVICE", "VARIANTS", "SUMMARY"],
            services.map { service in
                [
                    service.name, service.variants.map(\.name).joined(separator: ", "),
                    service.summary + (service.experimental == nil ? "" : " (experimental)"),
                ]
            }
        ).text(paint)
    }

    static func details(_ service: ServiceReply, _ paint: Paint) -> String {
        let card = Card([
            ("Service", "\(service.title) (\(service.name))"), ("Summary", service.summary),
            ("Image", service.image), ("Experimental", service.experimental),
        ]).text(paint)
        let volumes = service.volumes.map { "\($0.name) at \($0.mountPath)" }
        let table = Table(
            ["VARIANT", "CPU", "MEMORY"] + volumes.map { $0.uppercasedFirstWord },
            service.variants.map { variant in
                [variant.name, variant.limits.cpu, variant.limits.memory]
                    + service.volumes.map { variant.volumeSizes[$0.name] ?? "" }
            })
        return "\(card)\n\n\(table.text(paint))"
    }
}

extension String {
    /// Heads are in capitals, but a path must keep its own.
    fileprivate var uppercasedFirstWord: String {
        guard let space = firstIndex(of: " ") else { return uppercased() }
        return self[..<space].uppercased() + self[space...]
    }
}
