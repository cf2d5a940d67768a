package import NIOCore

/// Turns the bytes of a stream, cut anywhere, into its elements.
package protocol StreamDecoder: Sendable {
    associatedtype Element: Sendable

    /// The elements that `chunk` completes.
    mutating func feed(_ chunk: ByteBuffer) throws(KubernetesError) -> [Element]

    /// What was left unfinished when the stream ended.
    mutating func finish() throws(KubernetesError) -> [Element]
}
