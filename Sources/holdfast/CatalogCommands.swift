import ArgumentParser
import CLI
import CatalogFiles
import Domain
import Foundation

/// `holdfast catalog`
struct CatalogCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "The files that say what can be subscribed to.",
        subcommands: [CatalogCheck.self])
}

/// `holdfast catalog check`
struct CatalogCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find every mistake in a catalog; needs no server.",
        discussion: """
            Shows what the catalog offers; or, on the standard error, each mistake by its file, \
            line and column, with what would be right, and ends with status 65.
            """)

    @Argument(
        help: "The folder with the catalog's files. [HOLDFAST_CATALOG]", completion: .directory)
    var folder = Variable("CATALOG").value(else: "/etc/holdfast/catalog")

    func run() throws {
        do {
            let catalog = try CatalogLoader.load(from: folder)
            FileHandle.standardOutput.write(Data("\(Self.table(catalog))\n".utf8))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(ExitStatus.badData.rawValue)
        }
    }

    private static func table(_ catalog: Catalog) -> String {
        let rows = catalog.services.flatMap { service in
            service.variants.map { variant in
                [
                    service.name, variant.name, variant.limits.cpu.description,
                    variant.limits.memory.description, "\(variant.limits.processes)",
                    service.volumes.map { volume in
                        let size = variant.volumeSizes[volume.name]?.description ?? ""
                        return "\(volume.name) \(size) at \(volume.mountPath)"
                    }.joined(separator: ", "),
                    service.image,
                ]
            }
        }
        return Table(
            ["SERVICE", "VARIANT", "CPU", "MEMORY", "PROCESSES", "VOLUMES", "IMAGE"], rows
        ).text(Paint(isOn: false))
    }
}
