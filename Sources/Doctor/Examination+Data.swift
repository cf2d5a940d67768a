import CatalogFiles
import Domain
import FoundationEssentials
import Glibc
import StoreSQL
import StoreSQLite

extension Examination {
    /// What was found, and the youngest moment of the database.
    func examineData() -> (DataFacts, Instant?) {
        var facts = DataFacts(
            path: data, place: Self.place(data), knownSchema: Migration.all.last?.number ?? 0)
        guard case .folder = facts.place else { return (facts, nil) }
        do {
            facts.holder = try DataDirectory.holder(of: data).map { .process($0) } ?? .nobody
        } catch {
            facts.holder = .unknown
        }
        if let remain = DataDirectory.remains(in: data) {
            facts.database = .lost(remain)
            return (facts, nil)
        }
        let file = "\(data)/holdfast.db"
        guard FileManager.default.fileExists(atPath: file) else { return (facts, nil) }
        do {
            let checkup = try DatabaseCheckup(of: file, isHeld: facts.holder != .nobody)
            facts.database = .read(schema: checkup.schema, damage: checkup.damage)
            return (facts, checkup.newest)
        } catch {
            facts.database =
                access(file, R_OK) == 0
                ? .read(schema: facts.knownSchema, damage: [error.message])
                : .unreadable(why: error.message)
            return (facts, nil)
        }
    }

    func examineCatalog() -> CatalogFacts {
        do {
            let services = try CatalogLoader.load(from: catalog).services.count
            return CatalogFacts(folder: catalog, services: services)
        } catch {
            return CatalogFacts(folder: catalog, mistakes: error.errors.map(\.description))
        }
    }

    private static func place(_ path: String) -> DataFacts.Place {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return .missing(canBeMade: access(nearest(path), W_OK) == 0)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return .notFolder }
        return .folder(
            othersMayRead: status.st_mode & 0o077 != 0, isOurs: status.st_uid == geteuid(),
            isWritable: access(path, W_OK) == 0)
    }

    /// The path, or what there is of it.
    static func nearest(_ path: String) -> String {
        var parts = path.split(separator: "/")
        while !parts.isEmpty {
            let place = "/" + parts.joined(separator: "/")
            if FileManager.default.fileExists(atPath: place) { return place }
            parts.removeLast()
        }
        return "/"
    }
}
