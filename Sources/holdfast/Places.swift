import Foundation

/// Where things are on this machine unless somebody says otherwise.
enum Places {
    /// For a service of the machine.
    static let systemData = "/var/lib/holdfast"
    static let systemCatalog = "/etc/holdfast/catalog"
    static let systemTemplates = "/etc/holdfast/templates"

    /// For a person (https://specifications.freedesktop.org/basedir-spec): a relative
    /// `XDG_DATA_HOME` does not count.
    static func data(environment: [String: String]) -> String {
        let home = environment["HOME"] ?? "."
        let named = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? "\(home)/.local/share") + "/holdfast"
    }

    /// The machine's where there is one, else the person's where there is one.
    static func usedData(environment: [String: String]) -> String {
        let files = FileManager.default
        let own = data(environment: environment)
        return !files.fileExists(atPath: systemData) && files.fileExists(atPath: own)
            ? own : systemData
    }

    /// The first catalog there is: beside the program, as it was unpacked, then the machine's,
    /// then that of a checkout.
    static func catalog() throws -> String {
        let places = places(of: "catalog", system: systemCatalog)
        guard let found = places.first(where: FileManager.default.fileExists) else {
            throw Complaint(
                "There is no catalog at \(places.joined(separator: ", ")). Name one: --catalog.")
        }
        return found
    }

    /// The first folder with the texts of mails there is; the machine's where there is none.
    static func templates() -> String {
        places(of: "templates", system: systemTemplates)
            .first(where: FileManager.default.fileExists) ?? systemTemplates
    }

    private static func places(of name: String, system: String) -> [String] {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = program.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "share/holdfast/\(name)").path()
        return [beside, system, name]
    }
}
