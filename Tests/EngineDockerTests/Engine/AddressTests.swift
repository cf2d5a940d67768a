import DockerAPI
import EngineDocker
import Foundation
import Testing

/// Addresses of containers, by the ports at which their services are published.
@Suite struct AddressTests {
    private func network(subnet: String, isFixed: Bool = true) throws -> NetworkInspection {
        let label = isFixed ? #""holdfast.subnet": "\#(subnet)""# : ""
        let json = """
            {"Id": "n1", "Name": "hf-abc", "Labels": {\(label)},
            "IPAM": {"Driver": "default", "Config": [{"Subnet": "\(subnet)"}]}}
            """
        return try JSONDecoder().decode(NetworkInspection.self, from: Data(json.utf8))
    }

    @Test func eachPortHasItsOwn() throws {
        let network = try network(subnet: "172.18.0.0/16")
        let addresses = (2..<0xFFFF).compactMap { network.address(forPort: $0) }
        #expect(Set(addresses).count == 0xFFFF - 2)
        #expect(network.address(forPort: 20_001) == "172.18.78.33")
        // Of the network, of its gateway, and of all.
        for port in [0, 1, 0xFFFF] { #expect(network.address(forPort: port) == nil) }
    }

    @Test(arguments: ["192.168.16.0/20", "10.89.0.0/24", "172.18.4.0/16", "fd00::/16"])
    func aSmallNetworkLeavesThemToTheEngine(_ subnet: String) throws {
        let network = try network(subnet: subnet)
        #expect(network.roomySubnet == nil)
        #expect(network.address(forPort: 20_001) == nil)
    }

    /// An engine lets containers have addresses of our choice only in a subnet of our choice.
    @Test func aNetworkThatWasMadeOtherwiseLeavesThemToTheEngine() throws {
        let network = try network(subnet: "172.18.0.0/16", isFixed: false)
        #expect(network.roomySubnet == "172.18.0.0/16")
        #expect(network.address(forPort: 20_001) == nil)
    }
}
