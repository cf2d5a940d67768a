import Foundation
import Glibc
import RealWorld
import TestSupport
import Testing
import Wire

/// A catalog that changes under a server, and what services make of it.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct CatalogTests {
    /// Another name of the same image.
    private static let renamed = "docker.io/\(Isso.image)"

    @Test func aServiceGrowsIsUpdatedAndGoesBackOnTheSameData() async throws {
        try await Install.with { install in
            try install.writeCatalog()
            let server = try await install.serve([
                "--catalog", install.catalogFolder.path(), "--catalog-interval", "1h",
            ])
            let customer = try await install.customer(of: server)
            let made = try await customer.subscribed()
            let url = try #require(made.instance.url)
            try await Isso.post("stay", to: url)

            let plus = try await order("change-variant", VariantBody(variant: "Plus"), made)
            #expect(plus.instance.volumeSize == "200Mi")
            #expect(plus.instance.volumeClaimName == made.instance.volumeClaimName)
            #expect(try await install.container(of: plus).host.memory == 384 << 20)
            #expect(try await Isso.comments(at: url) == ["stay"])

            try install.writeCatalog { $0.replacing(Isso.image, with: Self.renamed) }
            server.run.send(SIGHUP)
            let offered = try await eventually("Nothing is offered.") {
                let now = try await customer.subscription(made.id)
                return now.updateAvailable == nil ? nil : now
            }
            #expect(offered.updateAvailable?.changes == ["image"])
            #expect(try await install.container(of: offered).config.image == Isso.image)
            let updated = try await order("update", ConfirmBody(), made)
            #expect(updated.previousImage == Isso.image)
            #expect(try await install.container(of: updated).config.image == Self.renamed)
            #expect(try await Isso.comments(at: url) == ["stay"])
            let back = try await order("rollback", ConfirmBody(), made)
            #expect(try await install.container(of: back).config.image == Isso.image)
            #expect(try await install.container(of: back).host.memory == 384 << 20)
            #expect(try await Isso.comments(at: url) == ["stay"])
            try await install.expectAccounted([back])

            func order(
                _ verb: String, _ body: some Encodable, _ service: SubscriptionReply
            ) async throws -> SubscriptionReply {
                let begun: OperationReply = try await customer.send(
                    .POST, "subscriptions/\(service.id)/\(verb)", json: body
                ).read()
                try await customer.succeeded(begun.id)
                return try await customer.subscription(service.id)
            }
        }
    }

    @Test func aCatalogWithMistakesIsRefusedWholeAndToldOnce() async throws {
        try await Install.with { install in
            try install.writeCatalog()
            let server = try await install.serve([
                "--catalog", install.catalogFolder.path(), "--catalog-interval", "1s",
            ])
            let admin = try await install.admin(of: server)
            try install.writeCatalog { $0.replacing("port: ", with: "prot: ") }
            let mistake = "unknown key “prot”; did you mean “port”?"
            let refused: CatalogReply = try await eventually("Nothing is refused.") {
                let reply: CatalogReply = try await admin.get("admin/catalog")
                return reply.refusal == nil ? nil : reply
            }
            #expect(refused.refusal?.contains(mistake) == true)
            #expect(refused.services == ["isso"])
            #expect(try await admin.send(.GET, "services/isso").status == 200)
            try install.writeCatalog { $0.replacing("title: Isso", with: "title: Mended") }
            _ = try await eventually("The mended catalog is not taken.") {
                let reply: ServiceReply = try await admin.get("services/isso")
                return reply.title == "Mended" ? true : nil
            }
            let told = server.run.complained.split(separator: "\n")
                .filter { $0.contains(mistake) }
            #expect(told.count == 1, "\(told)")
            #expect(try await server.run.terminate() == 0)
        }
    }

    @Test func aCatalogIsCheckedWithoutAServer() async throws {
        try await Install.with { install in
            try install.writeCatalog()
            let folder = install.catalogFolder.path()
            let good = try install.run(["catalog", "check", folder])
            #expect(await good.ending.code == 0)
            #expect(good.said.contains("isso     Plus"))
            #expect(good.said.contains("data 200Mi at /data"))
            #expect(good.complained == "")
            try install.writeCatalog { $0.replacing("port: ", with: "prot: ") }
            let bad = try install.run(
                ["catalog", "check"], environment: ["HOLDFAST_CATALOG": folder])
            #expect(await bad.ending.code == 65)
            #expect(bad.said == "")
            #expect(
                bad.complained.contains(/(?m)^isso\.yaml:\d+:1: unknown key “prot”; did you mean/))
        }
    }
}

extension Install {
    fileprivate var catalogFolder: URL { folder.appending(path: "offers") }

    /// Isso with a larger variant, and with whatever `change` does to that.
    fileprivate func writeCatalog(_ change: (String) -> String = { $0 }) throws {
        try FileManager.default.createDirectory(
            at: catalogFolder, withIntermediateDirectories: true)
        let isso = try String(
            contentsOf: Self.root.appending(path: "catalog/isso.yaml"), encoding: .utf8)
        let plus =
            "  - {name: Plus, cpu: 500m, memory: 384Mi, processes: 64, volumes: {data: 200Mi}}\n"
        try change(isso + plus).write(
            to: catalogFolder.appending(path: "isso.yaml"), atomically: true, encoding: .utf8)
    }
}
