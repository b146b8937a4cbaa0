using System.Management.Automation;
using VideoPlatforms.Clients.Registry;
using VideoPlatforms.Common.Input;

namespace VideoPlatforms.Common.Deserialization;

/// <summary>Rebuilds the module's objects from what PowerShell's serialization leaves of them.</summary>
public static class DeserializedObject
{
    private const string DeserializedTime = "Deserialized.System.DateTimeOffset";

    /// <summary>Rebuilds an object. The loader calls this by name.</summary>
    /// <param name="deserialized">The object as PowerShell read it.</param>
    /// <param name="find">Finds a property as it was read.</param>
    /// <returns>Null if it is none of the module's, or too little of it is left.</returns>
    public static object? Restore(PSObject deserialized, Func<string, object?> find) =>
        ObjectReader.Read(ObjectProperties.ClassName(deserialized), new(name => Value(find(name))));

    // A point in time arrives as its parts.
    private static object? Value(object? value) =>
        value is PSObject wrapped && wrapped.TypeNames.Contains(DeserializedTime)
        && ObjectProperties.Read(wrapped, nameof(DateTimeOffset.DateTime)) is DateTime time
        && ObjectProperties.Read(wrapped, nameof(DateTimeOffset.Offset)) is TimeSpan offset
            ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), offset)
            : value.BaseObject();
}
