using VideoPlatforms.Clients.Common;
using VideoPlatforms.Clients.Deserialization;

namespace VideoPlatforms.Clients.Registry;

/// <summary>Creates the module's objects from the properties of saved or sent ones.</summary>
internal static class ObjectReader
{
    /// <summary>Creates an object.</summary>
    /// <param name="typeName">The full name of its class.</param>
    /// <param name="properties">Its properties.</param>
    /// <returns>Null if the class is not the module's, or if properties are missing.</returns>
    public static object? Read(string typeName, PropertyReader properties) =>
        typeName == typeof(VideoPlatformSession).FullName ? SessionReader.Read(properties)
        : typeName == typeof(VideoOperationResult).FullName ? OperationResultReader.Read(properties)
        : PlatformRegistry.OfVideoType(typeName)?.ReadVideo(properties);
}
