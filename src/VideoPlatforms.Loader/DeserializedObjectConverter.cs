using System.ComponentModel;
using System.Management.Automation;
using System.Reflection;

namespace VideoPlatforms.Loader;

/// <summary>
/// Rebuilds the module's objects that come from a file, a job or a remote session. The types file names this class because
/// PowerShell 7 finds no class of the module itself, which lives in a load context of its own.
/// </summary>
[TypeConverter(typeof(DeserializedObjectConverter))]
public sealed class DeserializedObjectConverter : PSTypeConverter
{
    private static readonly Lazy<Func<PSObject, object?>> Restore = new(FindRestore);

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is PSObject;

    /// <summary>Rebuilds an object.</summary>
    /// <exception cref="PSInvalidCastException">It cannot be rebuilt; PowerShell then keeps its properties.</exception>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        object? restored;
        try
        {
            restored = Restore.Value((PSObject)sourceValue);
        }
        catch (Exception exception)
        {
            throw new PSInvalidCastException(exception.Message, exception);
        }

        return restored ?? throw new PSInvalidCastException();
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    private static Func<PSObject, object?> FindRestore() =>
        (Func<PSObject, object?>)ModuleAssembly.Load()
            .GetType("VideoPlatforms.Commands.DeserializedObject", throwOnError: true)!
            .GetMethod("Restore", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate(typeof(Func<PSObject, object?>));
}
