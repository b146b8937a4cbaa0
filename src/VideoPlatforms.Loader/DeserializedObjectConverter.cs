using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;
#if NET
using VideoPlatforms.Loader.Core;
#else
using VideoPlatforms.Loader.Desktop;
#endif

namespace VideoPlatforms.Loader;

/// <summary>
/// Rebuilds the module's objects that come from a file, a job or a remote session. The types file names this class because
/// PowerShell 7 finds no class of the module itself, which lives in a load context of its own.
/// </summary>
[TypeConverter(typeof(DeserializedObjectConverter))]
public sealed class DeserializedObjectConverter : PSTypeConverter
{
    private static readonly Lazy<Func<PSObject, Func<string, object?>, object?>> Restore = new(FindRestore);

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is PSObject;

    /// <summary>Rebuilds an object.</summary>
    /// <exception cref="PSInvalidCastException">It cannot be rebuilt; PowerShell then keeps its properties.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        try
        {
            return TryRestore((PSObject)sourceValue) ?? throw new PSInvalidCastException();
        }
        catch (Exception exception) when (exception is not PSInvalidCastException)
        {
            throw new PSInvalidCastException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    /// <summary>Rebuilds an object; null if it is none of the module's, or too little of it is left.</summary>
    internal static object? TryRestore(PSObject deserialized) => Restore.Value(deserialized, name => Adapted(deserialized, name));

    /// <summary>A property as it was read, whatever the types file puts in its place.</summary>
    internal static object? Adapted(PSObject deserialized, string name) => (deserialized.Members["psadapted"]?.Value as PSMemberSet)?.Properties[name]?.Value;

    private static Func<PSObject, Func<string, object?>, object?> FindRestore() =>
        (Func<PSObject, Func<string, object?>, object?>)ModuleAssembly.Load()
            .GetType("VideoPlatforms.Common.Deserialization.DeserializedObject", throwOnError: true)!
            .GetMethod("Restore", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate(typeof(Func<PSObject, Func<string, object?>, object?>));
}
